/// Chooses where a host's command works: on the database, or on a server.
@NullMarked
package org.meetwright.cli.workplace.choice;

import org.jspecify.annotations.NullMarked;
