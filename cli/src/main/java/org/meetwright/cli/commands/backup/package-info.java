/// `meetwright backup` and `meetwright restore`.
@NullMarked
package org.meetwright.cli.commands.backup;

import org.jspecify.annotations.NullMarked;
