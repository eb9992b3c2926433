/* Says what libical finds wrong in an iCalendar file: 0 nothing, 1 something, 2 not readable. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
  FILE *file = argc == 2 ? fopen(argv[1], "rb") : NULL;
  char *text = calloc(1, 1 << 20);
  if (file == NULL || text == NULL || fread(text, 1, (1 << 20) - 1, file) == 0) {
    return 2;
  }
  icalcomponent *object = icalparser_parse_string(text);
  if (object == NULL) {
    puts("not an iCalendar object");
    return 1;
  }
  int allowed = icalrestriction_check(object);
  int errors = icalcomponent_count_errors(object);
  if (!allowed || errors > 0) {
    printf("allowed: %d, errors: %d\n%s", allowed, errors, icalcomponent_as_ical_string(object));
    return 1;
  }
  return 0;
}
