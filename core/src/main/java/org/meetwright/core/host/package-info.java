/// Hosts, the people who can be met, and the handles of hosts and teams.
@NullMarked
package org.meetwright.core.host;

import org.jspecify.annotations.NullMarked;
