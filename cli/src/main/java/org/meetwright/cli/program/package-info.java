/// What every command needs: global options, settings, the database, the terminal, the log.
@NullMarked
package org.meetwright.cli.program;

import org.jspecify.annotations.NullMarked;
