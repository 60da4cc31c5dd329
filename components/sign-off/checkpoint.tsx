/** The history's last number and hash after a signature or decision, to be kept outside the server. */
export function Checkpoint({ checkpoint, text }: { checkpoint: string | null; text: string }) {
  return (
    <div role="status" className="text-note" data-screen-only>
      {checkpoint ? <div className="border-l-2 border-go pl-3"><p>{text}</p><code className="block font-mono text-small break-all select-all">{checkpoint}</code></div> : null}
    </div>
  );
}
