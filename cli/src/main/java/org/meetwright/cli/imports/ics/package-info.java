/// Events of a calendar file.
@NullMarked
package org.meetwright.cli.imports.ics;

import org.jspecify.annotations.NullMarked;
