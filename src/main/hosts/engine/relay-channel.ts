// Joins a page's channel to a supervised engine's.
import type { Channel, ClientMessage, ServerMessage } from '../../../shared/ipc/wire.ts';
import { toWireError } from '../../ipc/wire-error.ts';

/** What one side says the other hears, until either of them goes. */
export function relay(
  page: Channel<ServerMessage, ClientMessage>,
  engine: Channel<ClientMessage, ServerMessage>,
): void {
  page.onMessage((message) => engine.send(message));
  engine.onMessage((message) => {
    try {
      page.send(message);
    } catch (error) {
      if (message.t !== 'engine') page.send({ t: 'error', id: message.id, error: toWireError(error) });
    }
  });
  page.onClose(() => engine.close());
  engine.onClose(() => page.close());
}
