/// `meetwright tzdata`: what newer time-zone data changes.
@NullMarked
package org.meetwright.cli.commands.tzdata;

import org.jspecify.annotations.NullMarked;
