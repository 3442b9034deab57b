import { convertDocument } from './convert/convert';

/** The text of a file as it is understood; see {@link convertDocument}. */
export const extractText = convertDocument;
