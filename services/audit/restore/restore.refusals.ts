import { refusals } from '#libs/decider/refusal.js';

export const refuse = refusals({
  LOG_OLDER_THAN_FORK: ['conflict', '日志在别处已另立纪元，本库是此前的状态，请恢复更新的备份。', 'The log took another way after the state that this database holds: restore a newer one.'],
  LOG_WENT_ON: ['conflict', '恢复后本库已写入别的事件，缺失的事件无法放回原位，只能另立纪元。', 'This database has stored other events since it was restored: those that are missing cannot be brought back to their places, only given up by a fork.'],
  LOG_CHANGED_MEANWHILE: ['conflict', '查看之后日志又有变化，请重新执行。', 'The log has changed since it was looked at: ask again.'],
  LOG_UNPROVEN: ['conflict', '最后几条事件没有签名检查点佐证，确要放回请加 --unsealed。', 'No signed checkpoint vouches for the last of these events: bring them back with --unsealed, or not at all.'],
  LOG_LOSS_MISSTATED: ['conflict', '须写明放弃的事件数，且与实际一致。', 'The number of events that are given up must be stated, and be what it is.'],
  LOG_NOTHING_LOST: ['conflict', '外部已知的事件本库都有，没有可放弃的。', 'Everything that is known outside is here: there is nothing to give up.'],
  LOG_SEALED_OTHERWISE: ['conflict', '本库自己的检查点与外部不符：不是旧备份，而是被改动，请核验。', 'A checkpoint in this database is another than outside: it is no older state but was changed. Verify it.'],
  LOG_CONSUMED: ['conflict', '有服务的读表已处理要放弃的事件，须与日志用同一份备份恢复。', 'Read tables of a service have taken in events that are to be given up: restore them from the same backup as the log.'],
  LOG_ID_TAKEN: ['conflict', '副本须有自己的日志编号，且该编号的主题尚不存在。', 'A copy needs an id of its own, of which there is no topic yet.'],
});
