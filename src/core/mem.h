/* Memory that does not fail: out of memory ends the program.
 *
 * SQLite rolls back and the journal resumes, so that dying is safe and no caller carries a branch that is never tested.
 */
#ifndef CORE_MEM_H
#define CORE_MEM_H

#include <stddef.h>

void *mem_new(size_t size);						      /* zeroed; free() it */
void *mem_grow(void *p, size_t size);					      /* realloc */
char *mem_text(const char *text);					      /* a copy; free() it */
char *mem_format(const char *fmt, ...) __attribute__((format(printf, 1, 2))); /* free() it */

#endif
