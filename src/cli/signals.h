/* What an interrupted command says, and with which status it ends: 130 for SIGINT, 143 for SIGTERM, 129 for SIGHUP. */
#ifndef CLI_SIGNALS_H
#define CLI_SIGNALS_H

/* From here on these signals end the process at once, with `words` (which must stay) on stderr. For commands whose
 * work can be stopped anywhere because what is not finished does not count. */
void signals_end_with(const char *words);

#endif
