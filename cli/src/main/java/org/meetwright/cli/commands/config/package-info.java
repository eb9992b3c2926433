/// `meetwright config` and `meetwright health`: how the program is set up, and whether its server
/// answers.
@NullMarked
package org.meetwright.cli.commands.config;

import org.jspecify.annotations.NullMarked;
