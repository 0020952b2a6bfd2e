import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precompress } from './build/precompress.js';

const gateway = process.env.NQI_GATEWAY ?? 'http://127.0.0.1:8080';

/** The built files hold no inline script, so that the gateway may serve them under `script-src 'self'`. */
export default defineConfig({
  plugins: [react(), precompress()],
  build: { target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  server: { port: 5173, proxy: { '/api': { target: gateway, changeOrigin: false } } },
});
