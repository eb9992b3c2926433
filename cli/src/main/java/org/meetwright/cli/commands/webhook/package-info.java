/// `meetwright webhook ...`: webhooks, and what was sent to them.
@NullMarked
package org.meetwright.cli.commands.webhook;

import org.jspecify.annotations.NullMarked;
