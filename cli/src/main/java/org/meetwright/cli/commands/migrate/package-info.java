/// `meetwright migrate`: the version of the database.
@NullMarked
package org.meetwright.cli.commands.migrate;

import org.jspecify.annotations.NullMarked;
