/// When a host is absent.
@NullMarked
package org.meetwright.server.pages.account.absences;

import org.jspecify.annotations.NullMarked;
