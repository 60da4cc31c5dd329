import { reads } from "../db";

export interface KeptFile { name: string; bytes: Uint8Array }

/** The bytes of an attached file, by launch and SHA-256; `null` when this launch has no such file. */
export async function readFileContent(launchId: string, hash: string): Promise<KeptFile | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null;
  return reads().fileContent.findUnique({ where: { launchId_sha256: { launchId, sha256: hash } }, select: { name: true, bytes: true } });
}

/**
 * Headers of a download that no browser opens, guesses at or keeps, whatever its bytes pretend to be (ASVS 5.0, 5.4.2): the file
 * is somebody else's. The name is given twice, once for those who read ASCII only (RFC 6266).
 */
export function downloadHeaders(name: string): Record<string, string> {
  const ascii = name.replace(/[^\w. -]/g, "_");
  const whole = encodeURIComponent(name.replace(/\p{Surrogate}/gu, "_")).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return {
    "content-type": "application/octet-stream",
    "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`,
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  };
}
