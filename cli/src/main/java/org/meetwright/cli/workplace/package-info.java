/// The port of the commands that hosts use: they do the same on the database as on a server.
@NullMarked
package org.meetwright.cli.workplace;

import org.jspecify.annotations.NullMarked;
