/** Only WeChat checks what its users write; elsewhere there is nothing to bring along. */
export const textCheckCode = async (): Promise<string | undefined> => undefined;
