/** The version of the information terms in force (PRACTICE C6). Their words are in the message files. */
export const TERMS_VERSION = 1;
