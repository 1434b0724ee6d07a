import type { Problem } from '#lib/contracts';
import { uploadHeaders } from './client.js';
import type { ClientPath } from './paths.js';
import { NetworkError, ProblemError } from './problem-error.js';

/**
 * Sends one file as `file` of a form and tells how far it is, 0 to 1.
 * @throws ProblemError when the server refuses it, NetworkError when no answer came.
 */
export function uploadFile<T>(path: ClientPath, file: Blob, name: string, onProgress: (share: number) => void): Promise<T> {
  const form = new FormData();
  form.append('file', file, name);
  return new Promise((resolve, reject) => {
    // fetch tells nothing of the way up.
    const request = new XMLHttpRequest();
    request.open('POST', `/api/v1${path}`);
    for (const [header, value] of Object.entries(uploadHeaders())) request.setRequestHeader(header, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new NetworkError('upload'));
    request.onload = () => {
      const answer = parse(request.responseText);
      if (request.status < 300) resolve(answer as T);
      else if (answer && typeof answer === 'object' && 'code' in answer) reject(new ProblemError(answer as Problem));
      else reject(new NetworkError(String(request.status)));
    };
    request.send(form);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
