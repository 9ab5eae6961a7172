// Types of what Vite lets the renderer import besides code: style sheets and workers.
/// <reference types="vite/client" />
