/// `meetwright link`: booking links.
@NullMarked
package org.meetwright.cli.commands.link;

import org.jspecify.annotations.NullMarked;
