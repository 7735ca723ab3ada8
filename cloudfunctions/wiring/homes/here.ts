/**
 * The home that a bundle is built for. The bundler puts another home's list here (`npm run build:functions`); read
 * as it stands, functions are at home on one machine.
 */
export * from './machine';
