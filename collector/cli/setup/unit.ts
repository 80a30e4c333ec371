/** The systemd unit: a user of its own, and nothing that it may write but its records. */

interface UnitOptions {
  /** The program and what it is called with, each a word. */
  command: readonly string[];
  user: string;
  /** Folders that it may write. */
  folders: readonly string[];
  port: number;
}

/** systemd reads `%` as the start of a specifier, and a word in quotes with C escapes. */
const word = (text: string): string => {
  const escaped = text.replaceAll('%', '%%').replaceAll('$', '$$$$');
  return /^[\w@%+=:,./-]+$/.test(escaped) ? escaped : `"${escaped.replace(/["\\]/g, '\\$&')}"`;
};

/** What `ProtectHome` hides: also from whoever has Node or the records there. */
const HOME = /^\/(?:home|root|run\/user)\//;

/** The unit's text. */
export const unitText = ({ command, user, folders, port }: UnitOptions): string => `[Unit]
Description=Countersign collector
After=network-online.target postgresql.service
Wants=network-online.target

[Service]
User=${user}
ExecStart=${command.map(word).join(' ')}
Restart=on-failure
RestartSec=2
# It answers what is under way within 5 seconds, and closes its database.
TimeoutStopSec=30
LimitNOFILE=65536
UMask=0077
ReadWritePaths=${folders.map(word).join(' ')}

${port < 1024 ? 'AmbientCapabilities=CAP_NET_BIND_SERVICE\nCapabilityBoundingSet=CAP_NET_BIND_SERVICE' : 'CapabilityBoundingSet='}
NoNewPrivileges=yes
PrivateDevices=yes
PrivateTmp=yes
ProtectClock=yes
ProtectControlGroups=yes
ProtectHome=${[...command, ...folders].some((path) => HOME.test(path)) ? 'no' : 'yes'}
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectSystem=strict
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service

[Install]
WantedBy=multi-user.target
`;
