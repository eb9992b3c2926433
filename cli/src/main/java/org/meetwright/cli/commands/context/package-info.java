/// `meetwright login`, `logout` and `context`: working on servers.
@NullMarked
package org.meetwright.cli.commands.context;

import org.jspecify.annotations.NullMarked;
