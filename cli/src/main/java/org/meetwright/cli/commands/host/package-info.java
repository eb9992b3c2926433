/// The commands for hosts and their passwords.
@NullMarked
package org.meetwright.cli.commands.host;

import org.jspecify.annotations.NullMarked;
