/// The commands that rename hosts, switch them off and on, and delete them.
@NullMarked
package org.meetwright.cli.commands.host.standing;

import org.jspecify.annotations.NullMarked;
