/// The commands for sessions, the sign-ins of hosts.
@NullMarked
package org.meetwright.cli.commands.session;

import org.jspecify.annotations.NullMarked;
