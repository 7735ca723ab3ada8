/** A font imported by a function: the path of its file, absolute under test, relative to the bundle when built. */
declare module '*.woff' {
  const path: string;
  export default path;
}
