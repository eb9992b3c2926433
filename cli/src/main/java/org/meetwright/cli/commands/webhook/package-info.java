/// The commands for webhooks and their deliveries.
@NullMarked
package org.meetwright.cli.commands.webhook;

import org.jspecify.annotations.NullMarked;
