/// Teams: hosts who can be met in turn or together, and their invitations.
@NullMarked
package org.meetwright.core.team;

import org.jspecify.annotations.NullMarked;
