import type { Metadata, Viewport } from "next";
import { GeistSans } from "geist/font/sans";
import { cookies, headers } from "next/headers";
import type { ReactNode } from "react";
import { themeOf } from "@/components/shell/theme-of";
import { texts } from "@/lib/texts/texts";
import "./globals.css";

const product = texts("common")("product");
export const metadata: Metadata = {
  title: { default: product, template: `%s · ${product}` },
  robots: { index: false, follow: false },
  icons: { icon: "/icon.svg" },
};
export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading them makes every page dynamic: a page built ahead would carry no nonce and never hydrate.
  await headers();
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <html lang="en" className={GeistSans.variable} {...(theme === "system" ? {} : { "data-theme": theme })}>
      <body>{children}</body>
    </html>
  );
}
