import { FrontDeskError } from '../../../client';
import { DESK_URL, managerKey } from './desk';

/** Sends a file and tells what share of it has gone, which fetch cannot. Throws {@link FrontDeskError}. */
export function upload(topic: string, file: File, onProgress: (share: number) => void): Promise<void> {
  const query = new URLSearchParams({ topic, name: file.name }).toString();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${DESK_URL}/api/v1/documents?${query}`);
    request.setRequestHeader('Authorization', `Bearer ${managerKey() ?? ''}`);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(total > 0 ? loaded / total : 0);
    });
    request.addEventListener('load', () => {
      if (request.status < 300) {
        resolve();
        return;
      }
      const { code, detail } = JSON.parse(request.responseText) as { code: string; detail: string };
      reject(new FrontDeskError(request.status, code, detail));
    });
    request.addEventListener('error', () => {
      reject(new FrontDeskError(0, 'unreachable', 'The desk cannot be reached.'));
    });
    request.send(file);
  });
}
