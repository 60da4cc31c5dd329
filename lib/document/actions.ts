import { plain } from "./plain";

const verbs = new Set(("analyse analyze announce archive ask check clean close collect communicate compare complete conduct confirm decommission deploy disable do enable " +
  "ensure evaluate flip gather hold inform inspect keep make measure monitor notify observe open post publish record remove report review rotate run send share " +
  "start stop switch tell test thank track turn execute launch migrate remind restart roll run update validate verify watch write " +
  "abrir activar analizar anunciar avisar cambiar cerrar comparar comprobar comunicar confirmar desactivar desplegar ejecutar enviar hacer informar lanzar medir migrar monitorear monitorizar notificar observar probar publicar " +
  "recoger recopilar registrar retirar revisar supervisar validar verificar vigilar").split(" "));

/** Whether words tell somebody to do something ("Monitor …", "Revisar …"), rather than say how something is to be. */
export function isAction(text: string): boolean {
  const [first = ""] = plain(text).toLowerCase().match(/[\p{L}-]+/u) ?? [];
  return verbs.has(first);
}
