/** What a person hears of a request while it is under way, and how they end it. */
export interface Sending {
  signal: AbortSignal;
  /** How much of the body has been sent, 0 to 1; 1 once the server has it all. */
  onSent: (share: number) => void;
}

/** Ended by the person who began it. */
export class Cancelled extends Error {}

/** Sends bytes and gives the answer's JSON. `fetch` cannot say how much has been sent, which a slow line makes worth knowing. */
export function post(address: string, body: Blob | null, { signal, onSent }: Sending): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onSent(loaded / total);
    };
    request.upload.onload = () => onSent(1);
    request.onerror = () => reject(new Error("unreachable"));
    request.onabort = () => reject(new Cancelled());
    request.onload = () => {
      try {
        resolve(JSON.parse(request.responseText));
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    signal.addEventListener("abort", () => request.abort());
    request.send(body);
  });
}
