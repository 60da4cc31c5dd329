import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

// Imports may follow the arrows of ARCHITECTURE.md only: app → components → lib/domain, app → lib/server → lib/domain, lib/document.
const arrows = (...patterns) => ({
  "no-restricted-imports": ["error", { patterns: [...everywhere, ...patterns] }],
});
const forbid = (regex, message) => ({ regex, message });

const everywhere = [
  forbid("^(\\.\\./)+(app|components|lib|prisma|scripts|e2e)(/|$)", "Name another layer from the root: @/lib/…, @/components/…"),
  forbid("^server-only$", "Layers are kept by these arrows; nothing needs server-only."),
];
const climbing = forbid("^(\\.\\./){2,}", "Climbing this far leaves the layer: name it from the root, as @/…");
const prisma = forbid("(^@prisma/|generated/prisma)", "Prisma's types stop inside lib/server: have a query map the rows to types of lib/domain.");
const server = forbid("^@/lib/server(/|$)", "What touches the world arrives as props: call it in app/ and pass the data or the action down.");
const app = forbid("^@/app(/|$)", "app/ joins the layers and nothing imports it: move what is shared to components/ or lib/.");
const components = forbid("^@/components(/|$)", "Nothing below app/ knows how things are shown: put the rule in lib/domain and show its result in components/.");
const next = forbid("^(next|next-auth|next-intl)(/|$)", "Pages, the command line and tests call this alike, so it may not know Next: take what you need as an argument; only lib/server/auth.ts may.");
const react = forbid("^react(-dom)?(/|$)", "Rules and commands show nothing: put what is shown in components/.");

const dangerous = "Markdown becomes React elements from a fixed map; raw HTML is never put on a page.";

export default tseslint.config(
  { ignores: ["**/.*/**", "node_modules", "coverage", "test-results", "bin", "lib/server/generated", "next-env.d.ts"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.base],
    plugins: { "react-hooks": reactHooks },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "no-restricted-syntax": [
        "error",
        { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: dangerous },
        { selector: "Property[key.name='dangerouslySetInnerHTML']", message: dangerous },
      ],
      "prefer-const": "error",
      ...arrows(),
    },
  },

  { files: ["app/**/*.{ts,tsx}", "proxy.ts", "instrumentation.ts"], rules: arrows(prisma) },
  { files: ["components/**/*.{ts,tsx}"], rules: arrows(climbing, server, app, prisma) },
  { files: ["components/ui/**/*.{ts,tsx}"], rules: arrows(climbing, server, app, prisma, forbid("^@/lib/(?!texts/time-words$|looks/shapes$)", "components/ui knows no word of the checklist, only dates and shapes: take plain props, or move the component up to components/.")) },
  {
    files: ["lib/domain/**/*.ts"],
    rules: arrows(forbid("^(?!\\./)", "lib/domain holds the rules in plain TypeScript and imports only its siblings: what needs more belongs in lib/server.")),
  },
  {
    files: ["lib/document/**/*.ts"],
    rules: arrows(climbing, prisma, next, react, forbid("^@/(?!lib/(domain|document)/)", "lib/document reads and writes Markdown and knows lib/domain only: what touches the world belongs in lib/server.")),
  },
  {
    files: ["lib/report/**/*.ts", "lib/looks/**/*.ts"],
    rules: arrows(climbing, prisma, next, react, forbid("^@/(?!lib/(domain|texts|looks|report)/)", "lib/report says a judgement in words, for pages and exports alike: it knows lib/domain and lib/texts only.")),
  },
  { files: ["lib/server/**/*.ts"], rules: arrows(climbing, app, components, next, react) },
  { files: ["lib/server/auth.ts"], rules: arrows(climbing, app, components) },
  { files: ["lib/**/*.test.ts", "lib/**/testing/**/*.ts"], rules: arrows(climbing, app, components) },
  { files: ["lib/server/cli/**/*.ts", "lib/server/log.ts", "prisma/**/*.ts", "e2e/**/*.ts"], rules: { "no-console": "off" } },
  {
    files: ["**/*.{js,mjs}"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }], "no-unused-vars": ["error", { argsIgnorePattern: "^_" }], "prefer-const": "error", "no-unreachable": "error",
      "no-constant-condition": ["error", { checkLoops: false }], "no-dupe-keys": "error", "no-unsafe-finally": "error", "no-fallthrough": "error",
    },
  },
);
