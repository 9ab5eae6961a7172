// Builds the desktop shell, the engine and its hosts, the preload bridge and the renderer.
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      minify: false,
      rollupOptions: {
        input: {
          desktop: at('src/main/hosts/desktop/desktop.ts'),
          cli: at('src/main/hosts/cli/cli.ts'),
          engine: at('src/main/hosts/engine/engine-process.ts'),
          'ledger-keeper': at('src/main/hosts/keeper/ledger-keeper.ts'),
          'spawn-helper': at('src/main/execution/spawn/spawn-helper.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { bridge: at('src/preload/bridge.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      rollupOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
});
