/// The commands for hosts, their passwords and their tokens.
@NullMarked
package org.meetwright.cli.commands.host;

import org.jspecify.annotations.NullMarked;
