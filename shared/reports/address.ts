const pattern = /^[^\p{Cc}\p{Cf}\s<>,;:"()[\]\\@]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){0,8}[\p{L}\p{N}-]{1,63}$/u;

/** Whether a text can be used as one e-mail address: no name, no list, nothing that ends a header. Linear in its length. */
export const isMailAddress = (text: string): boolean => text.length <= 200 && pattern.test(text);
