/// The teams that a host has made, and the host's memberships and invitations.
@NullMarked
package org.meetwright.server.api.team;

import org.jspecify.annotations.NullMarked;
