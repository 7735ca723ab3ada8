/** Style sheets are imported by the entries for the bundler's sake; they have no value. */
declare module '*.css';
