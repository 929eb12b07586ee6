/** Address of clipper2's wasm, served beside the app. For the browser alone: pass it to `loadClipper`. */
export { default as CLIPPER_WASM_URL } from 'clipper2-wasm/dist/es/clipper2z.wasm?url';
