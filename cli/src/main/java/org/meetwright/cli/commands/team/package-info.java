/// The commands for teams.
@NullMarked
package org.meetwright.cli.commands.team;

import org.jspecify.annotations.NullMarked;
