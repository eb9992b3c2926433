/// `meetwright team`.
@NullMarked
package org.meetwright.cli.commands.team;

import org.jspecify.annotations.NullMarked;
