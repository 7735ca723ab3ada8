/** A drawing of our own as a background: mini-programs know no inline SVG, every platform knows a data address. */
export const pictureOf = (viewBox: string, inside: string): { readonly backgroundImage: string } => ({
  backgroundImage: `url("data:image/svg+xml,${encoded(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${inside}</svg>`,
  )}")`,
});

const encoded = (svg: string): string =>
  encodeURIComponent(svg).replace(/'/g, '%27').replace(/\(/g, '%28').replace(/\)/g, '%29');
