import { spawnSync } from 'node:child_process';

/** Installs a Debian package where the command that it brings is not there yet. */
export function install(command, debianPackage) {
  if (spawnSync('which', [command]).status === 0) return;
  run('apt-get', 'update');
  run('apt-get', 'install', '-y', '--no-install-recommends', debianPackage);
}

function run(...command) {
  const { status, error, stderr } = spawnSync(command[0], command.slice(1), {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw new Error(`${command.join(' ')}: ${error?.message ?? stderr}`);
}
