/// The pages for invitees and hosts. Each sub-package has one page, or what several of them share.
@NullMarked
package org.meetwright.server.pages;

import org.jspecify.annotations.NullMarked;
