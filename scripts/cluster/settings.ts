/** The settings that the cluster runs with: those that docs/collector-scale.md gives. */

/** Of each node, the same in all of them. */
export interface Ports {
  client: number;
  peer: number;
  rest: number;
  postgres: number;
}

export interface NodeSettings {
  name: string;
  address: string;
  folder: string;
  ports: Ports;
  /** Folder of PostgreSQL's programs. */
  bin: string;
  /** Addresses of all nodes by name. */
  all: ReadonlyMap<string, string>;
}

export const PASSWORD = 'of-the-test';

/** How long a primary that is not heard of stays the primary. Patroni takes no less. */
const TTL_S = 20;

/** What Patroni keeps for the whole cluster. */
const CLUSTER = {
  ttl: TTL_S,
  loop_wait: 5,
  retry_timeout: 5,
  maximum_lag_on_failover: 1_048_576,
  // One that crashed never goes on as the primary: what it held and had not sent to its standby was told to nobody.
  primary_start_timeout: 0,
  synchronous_mode: true,
  // Without any standby writes stand still: nothing is acknowledged that is on one disk only.
  synchronous_mode_strict: true,
  postgresql: {
    use_pg_rewind: true,
    use_slots: true,
    parameters: {
      synchronous_commit: 'on',
      max_connections: 100,
      wal_keep_size: '256MB',
      wal_sender_timeout: '10s',
      wal_receiver_timeout: '10s',
      tcp_keepalives_idle: 10,
      tcp_keepalives_interval: 5,
      tcp_keepalives_count: 3,
    },
  },
};

/** Patroni's settings for a node. JSON is YAML too. */
export function patroniSettings({ name, address, folder, ports, bin, all }: NodeSettings): string {
  const [rest, postgres] = [`${address}:${ports.rest}`, `${address}:${ports.postgres}`];
  return JSON.stringify({
    scope: 'countersign',
    name,
    restapi: { listen: rest, connect_address: rest },
    // Not `etcd3`: there, in this Patroni (3.0.2), a node that was cut off takes the leader's key back unasked, and two of them write.
    etcd: { hosts: [...all.values()].map((each) => `${each}:${ports.client}`) },
    bootstrap: { dcs: CLUSTER, initdb: [{ encoding: 'UTF8' }, { locale: 'C' }, 'data-checksums'] },
    postgresql: {
      listen: postgres,
      connect_address: postgres,
      data_dir: `${folder}/data`,
      bin_dir: bin,
      pgpass: `${folder}/pgpass`,
      authentication: {
        superuser: { username: 'postgres', password: PASSWORD },
        replication: { username: 'replicator', password: PASSWORD },
        rewind: { username: 'rewinder', password: PASSWORD },
      },
      pg_hba: [
        'local all all trust',
        'host replication replicator all scram-sha-256',
        'host all all all scram-sha-256',
      ],
      parameters: { unix_socket_directories: folder, password_encryption: 'scram-sha-256' },
    },
  });
}

/** Flags of a node's etcd. */
export function etcdFlags({ name, address, folder, ports, all }: NodeSettings): string[] {
  const at = (each: string, port: number) => `http://${each}:${port}`;
  const members = [...all].map(([member, each]) => `${member}=${at(each, ports.peer)}`);
  const flags = {
    name,
    'data-dir': `${folder}/etcd`,
    'listen-peer-urls': at(address, ports.peer),
    'initial-advertise-peer-urls': at(address, ports.peer),
    'listen-client-urls': at(address, ports.client),
    'advertise-client-urls': at(address, ports.client),
    'initial-cluster': members.join(','),
    'initial-cluster-state': 'new',
    'enable-v2': 'true',
    'heartbeat-interval': '100',
    'election-timeout': '1000',
    'log-level': 'warn',
  };
  return Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`);
}

/** HAProxy's settings: connections go to whichever node says that it is the primary, and end when it no longer is. */
export function proxySettings(port: number, { rest, postgres }: Ports, all: ReadonlyMap<string, string>): string {
  const servers = [...all].map(([name, address]) => `  server ${name} ${address}:${postgres} check port ${rest}`);
  return `global
  maxconn 500
defaults
  mode tcp
  timeout connect 2s
  timeout client 30m
  timeout server 30m
  timeout check 2s
  option clitcpka
  option srvtcpka
listen primary
  bind 127.0.0.1:${port}
  option httpchk OPTIONS /primary
  http-check expect status 200
  default-server inter 1s fall 2 rise 1 on-marked-down shutdown-sessions
${servers.join('\n')}
`;
}
