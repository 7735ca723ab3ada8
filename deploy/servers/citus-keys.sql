-- Made by npm run generate: where wrapped keys live on many servers (docs/decisions/082).
SELECT create_reference_table('"tongcheng"."c_dayKeys"');
SELECT create_reference_table('"tongcheng"."c_keysOf"');
SELECT create_distributed_table('"tongcheng"."c_personKeys"', 'id');
