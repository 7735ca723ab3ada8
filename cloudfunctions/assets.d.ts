/** A font imported by a program is the path of its file: beside the bundle, or absolute when run from source. */
declare module '*.woff' {
  const path: string;
  export default path;
}
