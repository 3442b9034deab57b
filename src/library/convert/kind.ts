/* eslint-disable no-control-regex -- files begin with them */
import { extname } from 'node:path';
import { AssistantError } from '../../assistant/errors';

export type Kind = 'pdf' | 'docx' | 'xlsx' | 'html' | 'markdown' | 'csv' | 'text';

const HEAD = 4096;
/** A PDF may have bytes before its header (ISO 32000-1, annex H.3.4.1). */
const LATEST_PDF_HEADER = 1024;

/** Files of other kinds by how they begin, and what to do with them. */
const REFUSED: readonly (readonly [RegExp, string])[] = [
  [/^\u00d0\u00cf\u0011\u00e0/u, 'is in an old Office format. Open it, save it as DOCX, XLSX or PDF, and give that.'],
  [/^\{\\rtf/u, 'is in Rich Text Format. Open it in a word processor, save it as DOCX or PDF, and give that.'],
  [
    /^(?:\u0089PNG|\u00ff\u00d8\u00ff|GIF8|II\*\u0000|MM\u0000\*|RIFF....WEBP|BM)/su,
    'is a picture. Give its text, or a document with text in it.',
  ],
  [/^%!PS/u, 'is PostScript. Make a PDF of it and give that.'],
  [/^(?:Rar!|7z\u00bc\u00af|\u001f\u008b|BZh)/u, 'is an archive. Unpack it and give the documents in it.'],
];
const MAIL_HEADER = /^(?:MIME-Version|Content-Type|Content-Transfer-Encoding|Message-ID|Received|Return-Path|DKIM-Signature):/imu;

/** What a file is, by what it holds rather than by its name. Throws AssistantError `document-unreadable` for what is not read, saying what to do. */
export function kindOf(name: string, bytes: Uint8Array): Kind {
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1');
  const ending = extname(name).toLowerCase();
  if (head.slice(0, LATEST_PDF_HEADER).includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return kindOfArchive(name, bytes);
  const advice = REFUSED.find(([pattern]) => pattern.test(head))?.[1];
  if (advice) throw new AssistantError('document-unreadable', `${name} ${advice}`);
  return kindOfText(name, ending, head.replace(/^\u00ef\u00bb\u00bf|^\u00ff\u00fe|^\u00fe\u00ff/u, '').replaceAll('\u0000', ''));
}

function kindOfArchive(name: string, bytes: Uint8Array): Kind {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (raw.includes('word/document')) return 'docx';
  if (raw.includes('xl/workbook')) return 'xlsx';
  const isOffice = raw.includes('ppt/presentation') || raw.includes('mimetypeapplication/') || raw.includes('Index/Document.iwa');
  const advice = isOffice
    ? 'is a kind of document that is not read. Save it as PDF or DOCX, and give that.'
    : 'is an archive. Unpack it and give the documents in it.';
  throw new AssistantError('document-unreadable', `${name} ${advice}`);
}

function kindOfText(name: string, ending: string, head: string): Kind {
  const start = head.replace(/^(?:\s|<!--[^>]{0,400}>|<\?xml[^>]{0,200}\?>)+/u, '').slice(0, 200);
  if (/^<(?:!doctype html|html|head|body)[\s>]/iu.test(start) || /^\.x?html?$/u.test(ending)) return 'html';
  if (/^<(?:p|div|h[1-6]|table|ul|ol|dl|section|article|main|span|br|center|font)[\s>/]/iu.test(start)) return 'html';
  if (/^<(?:!doctype|\?xml|[a-z][\w:.-]{0,60}[\s>])/iu.test(start) && /<\/|\/>/u.test(head)) {
    throw new AssistantError('document-unreadable', `${name} is XML. Give its text, or the document that it was made from.`);
  }
  if (/^\s*[{[]\s*["{[]/u.test(head) && (ending === '.json' || ending === '.jsonl' || isJson(head))) {
    throw new AssistantError('document-unreadable', `${name} is JSON. Give its text, or the table as CSV.`);
  }
  if (isMail(head)) {
    throw new AssistantError('document-unreadable', `${name} is a mail as it was sent. Copy its text into a document and give that.`);
  }
  if (ending === '.csv' || ending === '.tsv') return 'csv';
  return /^\.(?:md|markdown|mdown|mkd)$/u.test(ending) ? 'markdown' : 'text';
}

const isJson = (head: string): boolean => /^\s*\{\s*"[^"\n]{1,80}"\s*:/u.test(head);

/** A mail's own header: lines "Name: value" from the first one on, some of them for programs only. */
function isMail(head: string): boolean {
  const header = head.split(/\r?\n\r?\n/u, 1)[0] ?? '';
  return (
    /^(?:From |[A-Za-z][\w-]{0,40}: ?)/u.test(header) && MAIL_HEADER.test(header) && /^(?:From|To|Subject|Date|Received):/imu.test(header)
  );
}
