// One look at many real tools through the real helper.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { until } from '../../../../fakes/processes-alive.ts';
import { type SpawnFixture, spawnFixture } from '../../../../fakes/spawn-fixture.ts';

let fixture: SpawnFixture;
beforeAll(() => {
  fixture = spawnFixture();
});
afterAll(() => fixture.close());

test('who is not known is gone, whether a helper runs or not', async () => {
  expect(await fixture.spawn.probe(['nobody'])).toMatchObject([{ id: 'nobody', state: 'gone', processes: 0 }]);
});

describe.skipIf(process.platform !== 'linux')('a running tool', () => {
  test('shows its processes, their memory, its output, and processor time that grows while it works', async () => {
    const order = fixture.evil('chatter');
    const handle = fixture.spawn.start(order);
    await handle.started;
    await until(() => fixture.output(order).length > 0);
    const [before] = await fixture.spawn.probe([order.id]);
    const length = fixture.output(order).length;
    await until(() => fixture.output(order).length > length + 5);
    const [after] = await fixture.spawn.probe([order.id]);
    expect(before).toMatchObject({ id: order.id, state: 'running', processes: 1 });
    expect(before?.memoryBytes).toBeGreaterThan(20 * 1024 * 1024);
    expect(after?.cpuMs).toBeGreaterThan(before?.cpuMs ?? Number.POSITIVE_INFINITY);
    expect(after?.outputBytes).toBeGreaterThan(before?.outputBytes ?? Number.POSITIVE_INFINITY);
    handle.stop();
    await handle.exit;
    expect(await fixture.spawn.probe([order.id])).toMatchObject([{ state: 'gone' }]);
  });

  test('that sleeps uses no processor time at all, and one that is stopped is seen to be', async () => {
    const order = fixture.evil('', [], { argv: ['sleep', '100'] });
    const handle = fixture.spawn.start(order);
    const { pid } = await handle.started;
    const [before] = await fixture.spawn.probe([order.id]);
    process.kill(pid, 'SIGSTOP');
    await expect.poll(async () => (await fixture.spawn.probe([order.id]))[0]?.state).toBe('stopped');
    process.kill(pid, 'SIGCONT');
    await expect.poll(async () => (await fixture.spawn.probe([order.id]))[0]?.state).toBe('running');
    // Going on costs it a moment, which the kernel may book late; after that two looks agree.
    const used = async () => {
      const [rested] = await fixture.spawn.probe([order.id]);
      const [later] = await fixture.spawn.probe([order.id]);
      return (later?.cpuMs ?? 0) - (rested?.cpuMs ?? 0);
    };
    await expect.poll(used).toBe(0);
    expect(before?.outputBytes).toBe(0);
    handle.stop();
    await handle.exit;
  });

  test('is counted with everything it started', async () => {
    const order = fixture.evil('', [], { argv: ['sh', '-c', 'sleep 100 & sleep 100 & wait'] });
    const handle = fixture.spawn.start(order);
    await handle.started;
    await expect.poll(async () => (await fixture.spawn.probe([order.id]))[0]?.processes).toBe(3);
    handle.stop();
    await handle.exit;
  });

  test('costs a small part of 100 ms when 64 of them are looked at', async () => {
    const orders = Array.from({ length: 64 }, () => fixture.evil('', [], { argv: ['sleep', '100'] }));
    const handles = orders.map((order) => fixture.spawn.start(order));
    await Promise.all(handles.map(({ started }) => started));
    const ids = orders.map(({ id }) => id);
    const from = performance.now();
    const probes = await fixture.spawn.probe(ids);
    const ms = performance.now() - from;
    expect(probes.map(({ state }) => state)).toEqual(ids.map(() => 'running'));
    expect(ms / ids.length).toBeLessThan(20);
    for (const handle of handles) handle.stop();
    await Promise.all(handles.map(({ exit }) => exit));
  });
});
