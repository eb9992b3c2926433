/// `meetwright doctor`: what is wrong with an installation, before users notice.
@NullMarked
package org.meetwright.cli.commands.doctor;

import org.jspecify.annotations.NullMarked;
