/**
 * The target that a bundle is built for. The bundler puts another target's file here (`npm run build:functions`); read
 * as it stands, functions run on one machine.
 */
export * from './machine';
